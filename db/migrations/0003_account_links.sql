-- Links by which a person chooses a password: sent by mail, or (set_up) printed for whoever first starts the product.
CREATE TABLE account_link (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text NOT NULL CHECK (kind IN ('invitation', 'passwordReset', 'setUp')),
  person_id text REFERENCES person CHECK ((person_id IS NULL) = (kind = 'setUp')),
  asked_at  timestamptz NOT NULL,
  mail_id   bigint REFERENCES mail,
  -- Used, or of no use any more.
  ended_at  timestamptz
);
CREATE INDEX account_link_person ON account_link (person_id, asked_at);
CREATE INDEX account_link_unmailed ON account_link (id) WHERE mail_id IS NULL AND ended_at IS NULL AND kind <> 'setUp';
CREATE INDEX account_link_of_mail ON account_link (mail_id) WHERE mail_id IS NOT NULL;

-- What opens a link: made when its mail is written, and again when that is written again. Only hashes.
CREATE TABLE account_link_token (
  token_hash text PRIMARY KEY,
  link_id    bigint NOT NULL REFERENCES account_link,
  expires_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON account_link TO rectify_app;
GRANT SELECT, INSERT, DELETE ON account_link_token TO rectify_app;
