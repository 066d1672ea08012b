import { arrayOf, type Json, property, textOf, wordOf } from '../json/json.ts';
import { line, means, step } from './field-of.ts';
import { lengthOf, listedFields, nameOf } from './listed-fields.ts';

/** `GET /api/data/v9.2/EntityDefinitions(LogicalName='account')/Attributes` of Dynamics 365 and Dataverse. */
export const dynamicsAttributes = listedFields({
  format: 'dynamics-attributes',
  system: 'dynamics-365-sales',
  marks: ['LogicalName', 'AttributeType'],
  list: (value) => arrayOf(property(value, 'value') ?? property(value, 'Attributes')),
  entity: (value) =>
    textOf(property(value, 'LogicalName')) ??
    textOf(
      property(arrayOf(property(value, 'value') ?? property(value, 'Attributes'))[0], 'EntityLogicalName'),
    ),
  types: {
    Integer: means('integer'),
    BigInt: means('integer'),
    Decimal: means('number'),
    Double: means('number'),
    Money: means('number'),
    Boolean: means('boolean'),
    DateTime: means('date-time'),
    Uniqueidentifier: means('string', 'uuid'),
    Lookup: means('string', 'uuid'),
    Customer: means('string', 'uuid'),
    Owner: means('string', 'uuid'),
    Picklist: means('integer'),
    State: means('integer'),
    Status: means('integer'),
  },
  typeName: (node) => wordOf(node['AttributeType']),
  path: (node) => {
    const name = nameOf(node, 'LogicalName');
    // Parts of another attribute (`_name`, `_yomi`) are no fields of their own.
    if (name === null || textOf(node['AttributeOf']) !== null) return null;
    return /^(?:Lookup|Customer|Owner)$/.test(wordOf(node['AttributeType']))
      ? `_${step(name)}_value`
      : step(name);
  },
  more: (node) => {
    const level = String(property(node['RequiredLevel'], 'Value') ?? '');
    const create = node['IsValidForCreate'] !== false;
    return {
      label: labelOf(node['DisplayName']),
      description: labelOf(node['Description']),
      required: create && level === 'ApplicationRequired',
      readOnly: !create && node['IsValidForUpdate'] === false,
      maxLength: lengthOf(node['MaxLength']),
      enum: arrayOf(property(node['OptionSet'], 'Options')).flatMap((option) => {
        const value = property(option, 'Value');
        return typeof value === 'number' ? [{ value, label: labelOf(property(option, 'Label')) }] : [];
      }),
      reference: textOf(arrayOf(node['Targets'])[0]),
      custom: node['IsCustomAttribute'] === true,
    };
  },
});

function labelOf(value: Json | undefined): string | null {
  return line(property(property(value, 'UserLocalizedLabel'), 'Label'));
}
