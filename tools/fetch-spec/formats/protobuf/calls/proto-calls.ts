import type protobuf from 'protobufjs';
import type { ParsedProto } from '../parse-proto.ts';
import { type HttpRule, httpRule } from './http-rule.ts';

/** One method of a service, with the messages it takes and answers as far as they are defined. */
export interface ProtoCall {
  readonly method: protobuf.Method;
  readonly service: protobuf.Service;
  readonly request: protobuf.Type | undefined;
  readonly response: protobuf.Type | undefined;
  readonly http: HttpRule | undefined;
  /** `google.pubsub.v1.Publisher.CreateTopic`. */
  readonly at: string;
}

/** All methods of the services that the file itself defines. */
export function protoCalls(proto: ParsedProto): ProtoCall[] {
  const { library, root, own } = proto;
  const calls: ProtoCall[] = [];
  const visit = (node: protobuf.NamespaceBase): void => {
    for (const inner of node.nestedArray) {
      if (inner instanceof library.Service && own.has(inner.fullName)) {
        for (const method of inner.methodsArray) calls.push(callOf(proto, inner, method));
      } else if (inner instanceof library.Namespace && !(inner instanceof library.Type)) visit(inner);
    }
  };
  visit(root);
  return calls;
}

function callOf({ types }: ParsedProto, service: protobuf.Service, method: protobuf.Method): ProtoCall {
  return {
    method,
    service,
    request: types.message(method.requestType, service.fullName),
    response: types.message(method.responseType, service.fullName),
    http: httpRule(method),
    at: `${service.fullName.replace(/^\./, '')}.${method.name}`,
  };
}
