import { connect } from "node:net";

/** Whether somebody takes a connection at a configured address (our mail server); nothing is said there. */
export function reachable(address: URL, defaultPort: number, patienceMs = 2000): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: address.hostname, port: Number(address.port || defaultPort) });
    const end = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(patienceMs, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
