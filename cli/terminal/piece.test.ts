import { expect, test, vi } from 'vitest';
import { plain, rendered, styled } from './piece.ts';

test('what is in a piece stays one harmless line', () => {
  const pieces = ['  a\u001b[2Jb', styled('red', ' c\u0007\rd\u2028e'), ' \u202ef\u009b\u007f'];
  expect(rendered(pieces)).toBe('  ab c  d e \ufffdf  ');
});

test('our own colours are made after those of others are gone', () => {
  vi.stubEnv('FORCE_COLOR', '1');
  vi.stubEnv('NO_COLOR', undefined);
  const coloured = rendered([styled('red', '\u001b[32mx'), 'y']);
  expect(coloured).toBe('\u001b[31mx\u001b[39my');
  expect(plain(coloured)).toBe('xy');
});
