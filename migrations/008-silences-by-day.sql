-- The day asks for long silences of late: how long one is stands in the index too, so that only those few are looked up.
DROP INDEX contacts_unanswered;
CREATE INDEX contacts_unanswered ON contacts (last_out_on, unanswered) WHERE state = 'active' AND unanswered > 0;
