-- The second thing asked for at the sign-in: what a person's own device shows, or one of the codes kept for when it is lost.
CREATE TABLE second_factor (
  person_id    text PRIMARY KEY REFERENCES person,
  -- What the person's device has, encrypted: `key id:base64`.
  secret       text NOT NULL,
  begun_at     timestamptz NOT NULL,
  -- Until the first right code nothing is asked for.
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: none is taken twice, nor one from before it.
  last_step    bigint
);

-- Each opens once. Only hashes.
CREATE TABLE recovery_code (
  person_id text NOT NULL REFERENCES second_factor ON DELETE CASCADE,
  code_hash text NOT NULL,
  PRIMARY KEY (person_id, code_hash)
);

-- A session of somebody who must have a second factor first: it reaches their own account and nothing else.
ALTER TABLE session ADD owes_second_factor boolean NOT NULL DEFAULT false;

GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO rectify_app;
GRANT SELECT, INSERT, DELETE ON recovery_code TO rectify_app;
