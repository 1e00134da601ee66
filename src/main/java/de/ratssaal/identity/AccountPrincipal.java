package de.ratssaal.identity;

/** What a successful sign-in, by whatever method, leaves in the security context. */
public interface AccountPrincipal {

    SignedIn signedIn();
}
