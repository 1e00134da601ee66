-- Released minutes are published with their meeting, in the public version.
alter table publication_entry
    drop constraint publication_entry_kind_check,
    add constraint publication_entry_kind_check check (kind in
        ('BODY', 'ORGANIZATION', 'PERSON', 'MEETING', 'PAPER', 'DECISION', 'MINUTES', 'FILE')),
    add check (kind <> 'MINUTES' or (part_of is not null and happens_at is not null));
