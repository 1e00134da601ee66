-- Each search asks for the latest time first.
create index publication_entry_latest on publication_entry (happens_at);
