/** The MCP face: the tools and the main job over stdio and streamable HTTP. */
export { type HttpMcp, type HttpMcpOptions, serveHttpMcp } from './serve-http.ts';
export { type StdioMcp, type StdioMcpOptions, serveStdioMcp } from './serve-stdio.ts';
