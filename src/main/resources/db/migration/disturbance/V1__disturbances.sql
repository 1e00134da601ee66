-- What members reported, and what became of it.
create table disturbance_disturbance (
    id           uuid primary key,
    meeting_id   uuid not null,
    item_id      uuid,
    person_id    uuid not null,
    kind         text not null check (kind in
        ('NOT_SAID', 'NO_SOUND', 'NO_PICTURE', 'NO_CONNECTION', 'CANNOT_VOTE', 'OTHER')),
    words        text not null check (length(words) <= 1000),
    entered_for  boolean not null,
    reported_at  timestamptz not null,
    began_at     timestamptz not null check (began_at <= reported_at),
    over_at      timestamptz check (over_at >= reported_at),
    state        text not null check (state in ('PENDING', 'RESOLVED', 'IRRELEVANT')),
    ground       text check (ground in ('OWN_SPHERE', 'TOO_LATE', 'TAKES_PART')),
    reason       text not null check (length(reason) <= 1000),
    settled_at   timestamptz check (settled_at >= reported_at),
    check ((state = 'PENDING') = (settled_at is null)),
    check ((state = 'IRRELEVANT') = (ground is not null)),
    -- only what the member says themselves needs no reason
    check (state <> 'IRRELEVANT' or reason <> '' or ground = 'TAKES_PART' and over_at is not null)
);
create index disturbance_disturbance_meeting on disturbance_disturbance (meeting_id);
-- Who pressed twice has reported once.
create unique index disturbance_pending on disturbance_disturbance (meeting_id, person_id) where state = 'PENDING';

-- What was counted while somebody was disturbed.
create table disturbance_step (
    disturbance_id  uuid not null references disturbance_disturbance (id),
    ref             uuid not null,
    meeting_id      uuid not null,
    item_id         uuid not null,
    kind            text not null check (kind in ('POLL', 'MOTION', 'ELECTION')),
    label           text not null,
    motion_kind     text,
    decision        text check (decision in ('REPEAT', 'KEEP')),
    reason          text check (reason <> ''),
    decided_at      timestamptz,
    primary key (disturbance_id, ref),
    check ((decision is null) = (reason is null) and (decision is null) = (decided_at is null)),
    check ((kind = 'MOTION') = (motion_kind is not null))
);
create index disturbance_step_meeting on disturbance_step (meeting_id, ref);

create function disturbance_record_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was settled after a disturbance stays' using errcode = 'RS040';
end $$;
create trigger disturbance_stays before update or delete on disturbance_disturbance
    for each row when (old.state <> 'PENDING') execute function disturbance_record_stays();
create trigger disturbance_step_stays before update or delete on disturbance_step
    for each row when (old.decision is not null) execute function disturbance_record_stays();

-- Steps are decided once it is known that the report counts, and never dropped afterwards.
create function disturbance_step_after_its_report() returns trigger language plpgsql as $$
declare
    report_state text;
begin
    select state into report_state from disturbance_disturbance where id = old.disturbance_id;
    if tg_op = 'DELETE' then
        if report_state <> 'PENDING' then
            raise exception 'an affected step stays marked' using errcode = 'RS041';
        end if;
        return old;
    end if;
    if new.decision = 'KEEP' and report_state = 'PENDING' then
        raise exception 'a step is kept once its disturbance is resolved' using errcode = 'RS042';
    end if;
    return new;
end $$;
create trigger disturbance_step_after_its_report before update or delete on disturbance_step
    for each row execute function disturbance_step_after_its_report();

-- Where members of an organization report who cannot report on their device.
create table disturbance_second_way (
    organization_id  uuid primary key,
    phone            text not null check (length(phone) <= 60),
    mail             text not null check (length(mail) <= 200),
    check (phone <> '' or mail <> '')
);
