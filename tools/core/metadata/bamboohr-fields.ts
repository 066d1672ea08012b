import { arrayOf, property, wordOf } from '../json/json.ts';
import { line, means, step } from './field-of.ts';
import { listedFields, nameOf } from './listed-fields.ts';

const types = {
  int: means('integer', null, 'string'),
  date: means('date'),
  timestamp: means('date-time'),
  email: means('string', 'email'),
  phone: means('string', 'phone'),
  bool: means('boolean', null, 'string'),
  percentage: means('number', 'decimal', 'string'),
  currency: means('string'),
} as const;

/** `GET /v1/meta/fields` of BambooHR. */
export const bamboohrFields = listedFields({
  format: 'bamboohr-fields',
  system: 'bamboohr',
  marks: ['id', 'name', 'type'],
  // Any list of things may have these keys: ids like `4340.4` and types of its own tell it apart.
  list: (value) => {
    const list = arrayOf(value);
    const known = list.some((node) =>
      /^(?:employee_|new_benefit|marital_status|pay_type|contact_url)/.test(String(property(node, 'type'))),
    );
    return known ? list : [];
  },
  entity: () => 'employee',
  types,
  typeName: (node) => wordOf(node['type']),
  // Fields without an alias are asked for by their number.
  path: (node) => {
    const { id } = node;
    const name =
      nameOf(node, 'alias') ?? (typeof id === 'number' || typeof id === 'string' ? String(id) : null);
    return name === null ? null : step(name);
  },
  more: (node) => ({ label: line(node['name']), deprecated: node['deprecated'] === true }),
});

/** `GET /v1_2/datasets/employee/fields` of BambooHR. */
export const bamboohrDataset = listedFields({
  format: 'bamboohr-dataset-fields',
  system: 'bamboohr',
  marks: ['name', 'label', 'parentType', 'entityName'],
  list: (value) => arrayOf(property(value, 'fields')),
  entity: (value) => line(property(value, 'name')),
  types,
  typeName: (node) => wordOf(node['type']),
  path: (node) => {
    const name = nameOf(node, 'name');
    return name === null ? null : step(name);
  },
  more: (node) => ({ label: line(node['label']), description: line(node['parentName']) }),
});
