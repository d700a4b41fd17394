// An HTTP server on this machine only. Says where it listens, and ends with whoever started it.
import { createServer } from 'node:http';

export function serve(handle) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    try {
      await handle(request, Buffer.concat(chunks).toString('utf8'), response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
}

// The part of express that botbuilder asks of a response.
export function expressLike(response) {
  return Object.assign(response, {
    status(code) { response.statusCode = code; return response; },
    send(body) { response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)); return response; },
    header(name, value) { response.setHeader(name, value); return response; },
  });
}
