-- Whom an admin lets sign in at the identity provider (OpenID Connect), and as whom that knows them.
CREATE TABLE openid_link (
  person_id  text PRIMARY KEY REFERENCES person,
  allowed_at timestamptz NOT NULL,
  -- Null until the first sign-in, which finds the person by a verified address; from then on these two alone count.
  issuer     text,
  subject    text,
  linked_at  timestamptz,
  UNIQUE (issuer, subject),
  CHECK ((issuer IS NULL) = (subject IS NULL) AND (issuer IS NULL) = (linked_at IS NULL))
);

-- Somebody on the way to the provider and back: it opens once, in the browser that began it.
CREATE TABLE openid_attempt (
  state_hash   text PRIMARY KEY,
  browser_hash text NOT NULL,
  nonce        text NOT NULL,
  -- Of the proof key (RFC 7636): worth nothing without the code that the provider gives to the browser.
  verifier     text NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX openid_attempt_expires ON openid_attempt (expires_at);

-- Somebody whom the provider has proven, and whose own second factor is still to come.
CREATE TABLE openid_waiting (
  browser_hash text PRIMARY KEY,
  person_id    text NOT NULL REFERENCES openid_link ON DELETE CASCADE,
  id_token     text NOT NULL,
  expires_at   timestamptz NOT NULL
);

-- A session that began at the provider. Its token is what the provider asks for when the session ends, and goes with it.
CREATE TABLE openid_session (
  token_hash      text PRIMARY KEY REFERENCES session ON DELETE CASCADE,
  id_token        text NOT NULL,
  -- The provider says that it asked for more than one factor: the person owes none here.
  is_multi_factor boolean NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON openid_link, openid_waiting TO rectify_app;
GRANT SELECT, INSERT, DELETE ON openid_attempt, openid_session TO rectify_app;
