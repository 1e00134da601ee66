-- A member challenges a vote that was counted. The chair decides, or asks the meeting; what was counted stays in any case.
create table challenge_raised (
    id           uuid primary key,
    meeting_id   uuid not null,
    item_id      uuid not null,
    poll_id      uuid not null,
    question     text not null check (question <> ''),
    is_public    boolean not null,
    reason       text not null check (reason <> '' and length(reason) <= 1000),
    raised_by    uuid not null,
    entered_for  boolean not null,
    raised_at    timestamptz not null,
    state        text not null check (state in ('PENDING', 'GRANTED', 'REJECTED', 'WITHDRAWN')),
    decided_at   timestamptz,
    -- why it was decided so
    ground       text check (ground <> '' and length(ground) <= 1000),
    -- the meeting's votes on it, if the chair asked them
    yes          integer check (yes >= 0),
    no           integer check (no >= 0),
    abstentions  integer check (abstentions >= 0),
    check ((state = 'PENDING') = (decided_at is null)),
    check ((state in ('GRANTED', 'REJECTED')) = (ground is not null)),
    check ((yes is null) = (no is null) and (no is null) = (abstentions is null)),
    check (yes is null or state in ('GRANTED', 'REJECTED') and (state = 'GRANTED') = (yes > no))
);
create index challenge_raised_meeting on challenge_raised (meeting_id);
-- Nobody holds a meeting up by challenging the same vote again and again.
create unique index challenge_raised_once on challenge_raised (poll_id, raised_by) where state <> 'WITHDRAWN';
create trigger challenge_raised_stays before update on challenge_raised
    for each row when (old.state <> 'PENDING') execute function base_stays();
create trigger challenge_raised_not_deleted before delete on challenge_raised
    for each row execute function base_stays();
create trigger challenge_raised_not_emptied before truncate on challenge_raised
    for each statement execute function base_stays();
