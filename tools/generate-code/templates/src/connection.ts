// Stand-in for the generated file, so that the templates around it are type-checked. Never copied.
import type { ClientTools } from './client-tools.ts';
import type { Config } from './config.ts';
import type { Connection } from './systems.ts';

export declare function connect(config: Config, tools: ClientTools): Connection<object>;
