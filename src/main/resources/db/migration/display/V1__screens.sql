-- Screens of a meeting and what the desk lets them show. The one that every meeting has carries the meeting's identifier and
-- no name.
create table display_screen (
    meeting_id      uuid not null,
    id              uuid not null,
    name            text not null check (length(name) <= 40),
    content         text not null check (content in
        ('AUTOMATIC', 'ITEM', 'SPEAKERS', 'SEATS', 'MESSAGE', 'BREAK', 'CHECK_IN', 'BLANK')),
    message         text check (length(message) between 1 and 200),
    until           timestamptz,
    is_inside       boolean not null,
    written_during  uuid,
    added_at        timestamptz not null,
    primary key (meeting_id, id),
    check ((name = '') = (id = meeting_id)),
    check ((content = 'MESSAGE') = (message is not null)),
    check (until is null or content = 'BREAK'),
    -- what was written during a non-public item is never shown but inside
    check (written_during is null or content = 'MESSAGE')
);
create unique index display_screen_name on display_screen (meeting_id, lower(name));
