import 'core-js/actual/atob.js';
import 'core-js/actual/btoa.js';
import 'core-js/actual/dom-exception/index.js';
import 'core-js/actual/structured-clone.js';
import 'core-js/actual/url/index.js';
import 'core-js/actual/url-search-params/index.js';
import { Headers } from 'headers-polyfill';
import { defineGlobal } from '../primordials.ts';
import { SandboxAbortController, SandboxAbortSignal } from './abort.ts';
import { webCrypto } from './crypto.ts';
import { Utf8Decoder, Utf8Encoder } from './encoding.ts';
import { SandboxEvent, SandboxEventTarget } from './event-target.ts';
import { noNetwork } from './fetch.ts';
import { SandboxRequest } from './request.ts';
import { SandboxResponse } from './response.ts';

const globals = {
  AbortController: SandboxAbortController,
  AbortSignal: SandboxAbortSignal,
  Event: SandboxEvent,
  EventTarget: SandboxEventTarget,
  Headers,
  Request: SandboxRequest,
  Response: SandboxResponse,
  TextDecoder: Utf8Decoder,
  TextEncoder: Utf8Encoder,
  crypto: webCrypto,
  fetch: noNetwork,
};

for (const [name, value] of Object.entries(globals)) {
  if (typeof value === 'function' && value.name.startsWith('Sandbox')) {
    Object.defineProperty(value, 'name', { value: name });
  }
  defineGlobal(name, value);
}
