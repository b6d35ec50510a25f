import pg from 'pg';

/** Makes what the API stand-in needs, as often as it is run, with what the owner login may do. */
const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
await client.connect();
await client.query('create extension if not exists pg_trgm');
await client.query('create table if not exists starts (at timestamptz not null default now())');
for (const role of ['rectify_app', 'rectify_unit', 'rectify_stand_in'])
  await client.query(`do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`);
await client.query('grant select, insert on starts to rectify_app');
await client.end();
