-- Who runs the installation runs all of it: an administrator of one organization would be one of all.
alter table identity_role_grant
    add constraint identity_role_grant_administrator_everywhere
        check (role <> 'ADMINISTRATOR' or organization_id is null);
