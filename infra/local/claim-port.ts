import { createServer } from "node:http";

/** Throws a sentence that says what to do when somebody else already listens on the port. */
export async function claimPort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const help =
        error.code === "EADDRINUSE"
          ? `Port ${port} is taken, perhaps by a Throughline that is already running. Stop that program, or choose another port: PORT=${port + 1} npm start`
          : error.code === "EACCES"
            ? `This account may not use port ${port}. Choose one above 1023: PORT=3000 npm start`
            : error.message;
      reject(new Error(help));
    });
    server.listen(port, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
