import { pascalCase } from './words.ts';

/** How vendors write their own names, where it is not just a capital. */
const brands: ReadonlyMap<string, string> = new Map([
  ['bigcommerce', 'BigCommerce'],
  ['docusign', 'DocuSign'],
  ['github', 'GitHub'],
  ['gitlab', 'GitLab'],
  ['hubspot', 'HubSpot'],
  ['netsuite', 'NetSuite'],
  ['quickbooks', 'QuickBooks'],
  ['servicenow', 'ServiceNow'],
  ['woocommerce', 'WooCommerce'],
]);

/** A system's name for people and for types: always letters and digits. */
export function brandOf(system: string): string {
  return brands.get(system) ?? pascalCase(system);
}
