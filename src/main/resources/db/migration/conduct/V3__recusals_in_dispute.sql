-- Whether a member is recused, as the meeting decided it without them.
create table conduct_recusal (
    id           uuid primary key,
    meeting_id   uuid not null,
    item_id      uuid not null,
    person_id    uuid not null,
    yes          integer not null check (yes >= 0),
    no           integer not null check (no >= 0),
    abstentions  integer not null check (abstentions >= 0),
    is_recused   boolean not null,
    decided_at   timestamptz not null,
    check (yes + no + abstentions > 0),
    check (is_recused = (yes > no))
);
create index conduct_recusal_meeting on conduct_recusal (meeting_id, decided_at);
create function conduct_recusal_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was decided stays on record' using errcode = 'RS083';
end $$;
create trigger conduct_recusal_stays before update or delete on conduct_recusal
    for each row execute function conduct_recusal_stays();
