-- Resolutions from non-public session that were released to the public, once the reason for secrecy had gone (R11).
create table publication_released_resolution (
    resolution_id uuid primary key,
    meeting_id    uuid not null,
    reason        text not null check (reason <> ''),
    released_by   text not null check (released_by <> ''),
    released_at   timestamptz not null
);
create index publication_released_resolution_meeting on publication_released_resolution (meeting_id);

create function publication_released_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was released to the public stays released' using errcode = 'integrity_constraint_violation';
end $$;
create trigger publication_released_stays before update or delete on publication_released_resolution
    for each row execute function publication_released_stays();
