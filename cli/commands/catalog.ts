import { Command } from 'commander';
import { printJson } from '../terminal/print.ts';
import { printCatalog } from '../terminal/print-catalog.ts';
import { userCwd } from '../user-cwd.ts';

/** `causeway catalog [SYSTEM]` */
export function catalogCommand(_done: (code: number) => void): Command {
  return new Command('catalog')
    .description('List the systems Causeway knows by name, or print one of them.')
    .argument('[system]', 'name or alias of one system')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nA system of your own is one YAML file in .causeway/catalog/ of your repository (docs/catalog.md).\n\nExamples:\n  $ causeway catalog\n  $ causeway catalog hubspot --json',
    )
    .action(async (name: string | undefined, options: { json?: boolean }) => {
      const { findSystem, listCatalog, unknownSystem } = await import('../../tools/fetch-spec/index.ts');
      const cwd = userCwd();
      if (name !== undefined) {
        const found = await findSystem(name, cwd);
        if (found === undefined) throw await unknownSystem(name, cwd);
        // The whole entry is a document, whoever reads it.
        printJson({ ...found.system, from: found.file ?? 'bundled' });
        return;
      }
      const systems = await listCatalog(cwd);
      if (options.json) printJson({ systems });
      else printCatalog(systems);
    });
}
