import { createServer } from 'node:http';
import nodemailer from 'nodemailer';
import pg from 'pg';

/** An API that counts its starts in the database, as the application's role, and sends one mail. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], options: '-c role=rectify_app' });
pool.on('error', () => undefined);
await pool.query('insert into starts default values');
const { rows } = await pool.query<{ count: number; role: string }>(
  'select count(*)::int as count, current_user as role from starts',
);
const mailer = nodemailer.createTransport(process.env['SMTP_URL']);
await mailer.sendMail({
  from: 'rectify@example.cn',
  to: 'wang@example.cn',
  subject: '【整改督办】3项待办',
  text: '你好',
});
const server = createServer((_request, response) => response.end(JSON.stringify(process.env)));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  process.send?.({ ready: true, lines: [`started ${rows[0]?.count} as ${rows[0]?.role}`] });
});
const end = () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
  process.disconnect?.();
};
process.once('SIGTERM', end);
process.once('disconnect', end);
