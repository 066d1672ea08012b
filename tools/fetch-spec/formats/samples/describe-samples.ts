import { schemaOf } from '../../../core/samples/schema-of.ts';
import type { ValueProfile } from '../../../core/samples/value-profile.ts';
import type { ApiDescription, Warning } from '../../../model/index.ts';
import { entityName, sentence, words } from '../../naming/words.ts';
import type { Source } from '../../source/source.ts';
import { describeSchemas } from '../describe-schemas.ts';

/** Sample records as a description of one record type, named by the caller or after the file. */
export function describeSamples(profile: ValueProfile, source: Source, format: string): ApiDescription {
  const given = source.entity?.trim().slice(0, 100) ?? '';
  // A name is used in code and paths later: what is not plain is made so, and stays as an alias.
  const plain = /^[A-Za-z][A-Za-z0-9_-]*$/.test(given) ? given : entityName(given);
  const name = plain || entityName(source.name) || 'record';
  const doubts: Warning[] = [];
  const schema = schemaOf(profile, doubts);
  return describeSchemas({
    source,
    format,
    title: `Samples of ${name}`,
    system: words(source.name.replaceAll(/[^\w.-]/g, ' ')).join('-') || 'samples',
    document: { components: { schemas: { [name]: schema } } },
    entities: [
      {
        name,
        label: sentence(words(name)),
        aliases: given === '' || given === name ? [] : [given],
        operations: {},
        fieldCount: profile.properties.size,
        schemaAt: `/components/schemas/${name}`,
      },
    ],
    warnings: [
      {
        code: 'samples_only',
        message: `Fields are inferred from ${profile.seen} sample records; calls, required fields and authentication are unknown`,
        at: '',
      },
      ...doubts,
    ],
  });
}
