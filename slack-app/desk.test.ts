import { expect, it } from 'vitest';
import { createLog, readConfig } from '../tools/core/index.ts';
import { scriptedAgent } from './__fixtures__/scripted-agent.ts';
import { Desk } from './desk.ts';

const desk = () => new Desk(scriptedAgent(readConfig({})).agent, createLog(false), 0);

it('stops the work in hand, and lets it say so before it closes', async () => {
  const told: string[] = [];
  const open = desk();
  const work = () =>
    new Promise<void>((_, reject) => {
      open.signal.addEventListener('abort', () => reject(open.signal.reason));
    });
  const doing = open.do(work, async (message) => told.push(message.text));
  await open.close();
  expect(told).toEqual(['cancelled: The work was cancelled']);
  await doing;
});

it('does not wait for ever for work that cannot be stopped', async () => {
  const open = desk();
  void open.do(
    () => new Promise<void>(() => {}),
    async () => {},
  );
  await expect(open.close(1)).resolves.toBeUndefined();
});
