-- In which formats a schedule's reports are wanted; none for what their kind makes by itself.
ALTER TABLE schedule ADD COLUMN formats text[] NOT NULL DEFAULT '{}';
