import { createServer } from "node:http";

const HEADERS = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  // The page comes from another port of this machine.
  "access-control-allow-origin": "*",
};

/**
 * Open pages listen here for word that the record is another one: server-sent events, on a port of
 * this machine that nothing else has.
 * @returns {Promise<{ address: string, tell: () => void, stop: () => void }>}
 */
export function openNews() {
  const listeners = new Set();
  const server = createServer((_request, response) => {
    response.writeHead(200, HEADERS).flushHeaders();
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  });
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      done({
        address: `http://127.0.0.1:${server.address().port}/`,
        tell: () => {
          for (const listener of listeners) listener.write("data: record\n\n");
        },
        stop: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
