import { createServer } from "node:net";
import { Stop } from "./main.mjs";

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(null)));
  });
}

/** The port of PORT, or 3000, and the address to listen on: HOST, or every one this machine has. */
export async function chosenAddress() {
  const given = process.env.PORT || "3000";
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Stop(`PORT is ${given}; it must be a number from 1 to 65535`);
  }
  const hosts = process.env.HOST ? [process.env.HOST] : ["::", "0.0.0.0"];
  for (const host of hosts) {
    const problem = await tryListen(port, host);
    if (problem === "EADDRINUSE") {
      throw new Stop(
        `Port ${port} is in use by another program; choose one with PORT=3001 npm start`,
      );
    }
    if (problem === "EACCES") throw new Stop(`Port ${port} needs more rights than this user has`);
    if (problem === null) return { port, host };
  }
  throw new Stop(`Cannot listen on ${hosts.join(" or ")}`);
}

/** A port of this machine that nobody uses now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
