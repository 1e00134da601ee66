-- Short messages in a running meeting. Without a person it is the desk that wrote, or that it was written to.
create table message_message (
    id           uuid primary key,
    meeting_id   uuid not null,
    from_person  uuid,
    to_person    uuid,
    account_id   uuid not null,
    writer       text not null check (writer <> ''),
    subject      text not null check (subject in ('WANTS_TO_SPEAK', 'TROUBLE', 'QUESTION', 'WORDS')),
    words        text not null check (length(words) <= 500),
    written_at   timestamptz not null,
    read_at      timestamptz check (read_at >= written_at),
    erase_after  timestamptz not null check (erase_after > written_at),
    check (from_person <> to_person),
    check (words <> '' or subject in ('WANTS_TO_SPEAK', 'TROUBLE')),
    -- only to the desk something else is written than words
    check (subject = 'WORDS' or from_person is not null and to_person is null)
);
create index message_of_meeting on message_message (meeting_id, written_at);
create index message_to_erase on message_message (erase_after);

-- Nobody changes what was written: a message is read once, and erased when its time is over.
create function message_stays() returns trigger language plpgsql as $$
begin
    if old.read_at is not null or new.read_at is null
            or to_jsonb(new) - 'read_at' is distinct from to_jsonb(old) - 'read_at' then
        raise exception 'a message stays as it was written' using errcode = 'RS080';
    end if;
    return new;
end $$;
create trigger message_stays before update on message_message for each row execute function message_stays();
