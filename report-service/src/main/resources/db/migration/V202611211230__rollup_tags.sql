-- Those of an event's tags that the installation adds up by, part of what a dimension set is.
-- Sets without such tags keep their digest.
ALTER TABLE dimension_set ADD COLUMN tags jsonb NOT NULL DEFAULT '{}';
