#!/usr/bin/env node
// Nothing newer than Node 18 here: an old Node should end in a line of ours, not in a syntax error.
const needed = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major >= needed) {
  const { start } = await import('./start.ts');
  await start();
} else {
  process.stderr.write(
    `causeway: old_node: Causeway runs on Node ${needed} or newer, and this is ${process.version}. Use npx -p node@${needed} -p causeway causeway, or install Node ${needed}\n`,
  );
  process.exitCode = 2;
}
