-- Behind the second wall a condition may not use the index of the words before a row is known to be the unit's: it could tell of
-- the rows it is tried on. So a search there read the words of all items. This one adds the unit itself, among the keys, tries
-- nothing but what stands here, and gives ids of that unit alone; without a unit, none.
CREATE FUNCTION items_with_words(sought text[], other_keys text[], most integer) RETURNS SETOF text
STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  compared text[] := ARRAY(SELECT comparable(word) FROM unnest(sought) AS word);
  wanted text[] := ARRAY['unit:' || unit_read_for()] || other_keys
    || ARRAY(SELECT unnest(search_keys(word)) FROM unnest(compared) AS word);
BEGIN
  RETURN QUERY SELECT item_id FROM item_words
    WHERE keys @> wanted AND NOT EXISTS (SELECT FROM unnest(compared) AS word WHERE strpos(words, word) = 0)
    LIMIT most;
END
$$;
REVOKE ALL ON FUNCTION items_with_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION items_with_words TO rectify_unit;
