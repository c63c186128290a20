-- Who a person is at an OpenID provider. Names and e-mail addresses there change hands; the subject does not
-- (OpenID Connect Core 1.0, section 5.7).
alter table person
    add column oidc_issuer text,
    add column oidc_subject text,
    add constraint person_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
    add constraint person_oidc unique (oidc_issuer, oidc_subject);
