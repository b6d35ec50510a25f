-- Which document each round was made of: what is handed in is held against these few, among all facts of records.
CREATE INDEX record_event_imports ON record_event (at) WHERE kind = 'roundImported';
