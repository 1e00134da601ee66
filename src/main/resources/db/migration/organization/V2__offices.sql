-- Offices of the administration: somebody heads them, others work in them, and nobody votes.
alter table organization_organization
    drop constraint organization_organization_classification_check,
    drop constraint organization_organization_legal_strength_check,
    add constraint organization_organization_classification check (classification in
        ('COUNCIL', 'COMMITTEE', 'ADVISORY_BOARD', 'DISTRICT_COUNCIL', 'POLITICAL_GROUP', 'OFFICE')),
    add constraint organization_organization_legal_strength check (
        case when classification = 'OFFICE' then legal_strength = 0 else legal_strength > 0 end);

alter table organization_membership
    drop constraint organization_membership_role_check,
    add constraint organization_membership_role check (role in
        ('CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SUBSTITUTE', 'ADVISORY_MEMBER', 'GUEST', 'OFFICE_HEAD', 'OFFICE_WORKER')),
    add constraint organization_membership_office check
        ((classification = 'OFFICE') = (role in ('OFFICE_HEAD', 'OFFICE_WORKER'))),
    add constraint organization_membership_office_seat check (classification <> 'OFFICE' or seat is null),
    add constraint organization_membership_one_head
        exclude using gist (organization_id with =, daterange(first_day, last_day, '[]') with &&)
        where (role = 'OFFICE_HEAD');

-- An office meets by no rules of procedure.
create function organization_office_without_rules() returns trigger language plpgsql as $$
begin
    if exists (select from organization_organization where id = new.organization_id and classification = 'OFFICE') then
        raise exception 'an office has no rules of procedure' using errcode = 'RS012';
    end if;
    return new;
end $$;
create trigger organization_office_without_rules before insert on organization_rules
    for each row execute function organization_office_without_rules();
