-- Items of which the invited were not told in time, and on which the organization may decide all the same.
create table voting_admitted_item (
    item_id      uuid primary key,
    meeting_id   uuid not null,
    ground       text not null check (ground in ('NOBODY_OBJECTS', 'URGENT')),
    yes          integer check (yes >= 0),
    no           integer check (no >= 0),
    present      integer not null check (present > 0),
    admitted_at  timestamptz not null,
    check ((ground = 'URGENT') = (yes is not null and no is not null))
);
