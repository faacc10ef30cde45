import { createServer as createHttpServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";

export interface Posted {
  headers: IncomingHttpHeaders;
  body: string;
}

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/** A robot that keeps what is posted to it, and answers as it is told to. */
export async function openRobot() {
  const posts: Posted[] = [];
  const robot = { posts, status: 200, answer: '{"errcode":0}', url: "", close: async () => {} };
  const server = createHttpServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      posts.push({ headers: request.headers, body });
      response.writeHead(robot.status).end(robot.answer);
    });
  });
  robot.url = `http://127.0.0.1:${await listening(server)}/robot?key=secret`;
  robot.close = () => {
    server.closeAllConnections();
    return closed(server);
  };
  return robot;
}

/** A mail server that takes everything, of RFC 5321 only what is needed. */
export async function openMailbox() {
  const mails: { to: string[]; from: string; data: string }[] = [];
  const server = createServer((socket) => {
    let mail = { to: [] as string[], from: "", data: "" };
    let isData = false;
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on("error", () => undefined);
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (isData && line !== ".") mail.data += `${line}\n`;
        else if (isData) {
          isData = false;
          mails.push(mail);
          mail = { to: [], from: "", data: "" };
          say("250 taken");
        } else if (/^MAIL FROM/i.test(line)) {
          mail.from = line;
          say("250 ok");
        } else if (/^RCPT TO/i.test(line)) {
          mail.to.push(line);
          say("250 ok");
        } else if (line === "DATA") {
          isData = true;
          say("354 go on");
        } else if (line === "QUIT") socket.end("221 bye\r\n");
        else say("250 ok");
      }
    });
    say("220 sink");
  });
  const port = await listening(server);
  return { mails, url: `smtp://127.0.0.1:${port}`, close: () => closed(server) };
}
