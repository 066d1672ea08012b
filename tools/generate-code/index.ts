/** Turns a reviewed mapping into a connector of plain TypeScript. */
export { generateCode } from './generate-code.ts';
export {
  type GeneratedConnector,
  generate,
  generateConnector,
  type PlanInput,
} from './generate-connector.ts';
