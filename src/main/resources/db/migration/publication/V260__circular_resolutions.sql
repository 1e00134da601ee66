-- What was resolved in writing is published with its organization.
alter table publication_entry
    drop constraint publication_entry_kind_check,
    add constraint publication_entry_kind_check check (kind in
        ('BODY', 'ORGANIZATION', 'PERSON', 'MEETING', 'PAPER', 'DECISION', 'CIRCULAR', 'MINUTES', 'FILE')),
    add check (kind <> 'CIRCULAR' or (part_of is not null and happens_at is not null));
