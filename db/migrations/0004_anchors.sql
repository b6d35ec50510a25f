-- Once a day the heads of all chains that moved since, under one digest that covers the digest before: what stands in mails
-- and exports tells whether a tail was cut, or a chain written anew as a whole.
CREATE TABLE anchor (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL,
  previous text NOT NULL,
  digest   text NOT NULL UNIQUE,
  -- The API's signature over the digest.
  seal     jsonb NOT NULL
);
CREATE TABLE anchor_head (
  anchor_id bigint NOT NULL REFERENCES anchor,
  -- item:ID or record:ID
  chain     text NOT NULL,
  seq       integer NOT NULL,
  hash      text NOT NULL,
  PRIMARY KEY (anchor_id, chain)
);
CREATE INDEX anchor_head_chain ON anchor_head (chain, seq);

CREATE TRIGGER anchor_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON anchor
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER anchor_head_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON anchor_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON anchor, anchor_head TO rectify_app;
