package de.ratssaal.identity;

/** By what somebody proved who they are. */
public enum SignInMethod {
    PASSWORD,
    PASSKEY,
    /** The city's own directory, by OpenID Connect. */
    DIRECTORY,
    /** A one-time link, such as the one for the first administrator. */
    LINK
}
