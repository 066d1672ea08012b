import { asyncapiLoader } from './asyncapi/asyncapi-loader.ts';
import { avroLoader } from './avro/avro-loader.ts';
import { discoveryLoader } from './discovery/discovery-loader.ts';
import { docsLoader } from './docs/docs-loader.ts';
import { graphqlLoader } from './graphql/graphql-loader.ts';
import { jsonSchemaLoader } from './json-schema/json-schema-loader.ts';
import type { Loader } from './loader.ts';
import { metadataLoader } from './metadata/metadata-loader.ts';
import { odataLoader } from './odata/odata-loader.ts';
import { openApiLoader } from './openapi/openapi-loader.ts';
import { postmanLoader } from './postman/postman-loader.ts';
import { protobufLoader } from './protobuf/protobuf-loader.ts';
import { ramlLoader } from './raml/raml-loader.ts';
import { recordingLoader } from './recording/recording-loader.ts';
import { samplesLoader } from './samples/samples-loader.ts';
import { soapLoader } from './soap/soap-loader.ts';
import { swaggerLoader } from './swagger/swagger-loader.ts';
import { wadlLoader } from './wadl/wadl-loader.ts';

/** All loaders; the first that recognises a document reads it. Samples come last: any JSON list of objects may be some. */
export const loaders: readonly Loader[] = [
  openApiLoader,
  swaggerLoader,
  discoveryLoader,
  postmanLoader,
  metadataLoader,
  recordingLoader,
  graphqlLoader,
  asyncapiLoader,
  protobufLoader,
  avroLoader,
  jsonSchemaLoader,
  odataLoader,
  soapLoader,
  wadlLoader,
  ramlLoader,
  docsLoader,
  samplesLoader,
];
