-- What was resolved in writing is found like what was resolved in meetings.
alter table search_entry
    drop constraint search_entry_source_kind_check,
    add constraint search_entry_source_kind_check check (source_kind in ('PAPER', 'MEETING', 'FILE', 'CIRCULAR')),
    drop constraint search_entry_kind_check,
    add constraint search_entry_kind_check check
        (kind in ('PAPER', 'DOCUMENT', 'MEETING', 'AGENDA_ITEM', 'RESOLUTION', 'MINUTES', 'CIRCULAR'));
