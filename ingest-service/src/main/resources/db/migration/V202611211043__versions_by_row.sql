-- Which rows of a batch are later versions of their events: verification asks batch by batch.
CREATE INDEX event_version_by_row ON event_version (batch_no, position) WHERE batch_no IS NOT NULL;
