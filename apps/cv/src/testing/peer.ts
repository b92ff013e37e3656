import { createServer } from "node:http";

export interface PeerAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface Peer {
  /** Address below which the hosts are, as `CV_LOOKUP` takes it. */
  base: string;
  /** Requests so far, as `/HOST/PATH`. */
  asked: string[];
  close: () => Promise<void>;
}

/** A machine that stands in for all services: it answers what `answer` says, else 404. */
export async function openPeer(
  answer: (url: string) => PeerAnswer | undefined | Promise<PeerAnswer | undefined>,
): Promise<Peer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    void Promise.resolve(answer(url)).then((said) =>
      response
        .writeHead(said === undefined ? 404 : (said.status ?? 200), said?.headers)
        .end(said?.body ?? ""),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const place = server.address();
  if (typeof place !== "object" || place === null) throw new Error("The peer has no port.");
  return {
    base: `http://127.0.0.1:${place.port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
