package app.tutti.account.signin.control;

import app.tutti.account.people.entity.PersonId;
import app.tutti.web.control.TooBusyException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a password or a code may be guessed: by address, and by name. A device from which somebody has signed in
 * before has tries of its own for that name, so that strangers cannot use up its owner's; see
 * docs/decisions/021-limits-that-lock-nobody-out.md.
 */
@ApplicationScoped
public class SignInLimits {
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final Attempts byAddress;
    private final Attempts byName;
    private final Attempts byDevice;
    private final Attempts codes;
    private final Attempts machine;
    private final Attempts links;
    private final Attempts keys;
    private final Attempts presentPasswords;
    private final Attempts provider;

    public SignInLimits() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    SignInLimits(TimeMeter clock) {
        byAddress = new Attempts(20, A_WHILE, clock);
        // More than one address has: it takes many to use up a name's.
        byName = new Attempts(100, A_WHILE, clock);
        byDevice = new Attempts(10, A_WHILE, clock);
        codes = new Attempts(10, A_WHILE, clock);
        machine = new Attempts(20, A_WHILE, clock);
        links = new Attempts(20, A_WHILE, clock);
        keys = new Attempts(20, A_WHILE, clock);
        presentPasswords = new Attempts(10, A_WHILE, clock);
        // There and back again are two.
        provider = new Attempts(40, A_WHILE, clock);
    }

    /**
     * Before a password is looked at.
     *
     * @param device the selector of a device that has proved to be one of this name's person
     * @throws TooBusyException when it is too often
     */
    public void trySignIn(String subscriber, String name, Optional<String> device) {
        if (device.isPresent()) {
            byDevice.spend(device.get());
        } else {
            byAddress.spend(subscriber);
            byName.spend(key(name));
        }
    }

    /** After it was right. */
    public void signedIn(String subscriber, String name, Optional<String> device) {
        if (device.isPresent()) {
            byDevice.giveBack(device.get());
        } else {
            byAddress.giveBack(subscriber);
            byName.giveBack(key(name));
        }
    }

    /** Before a code is looked at. */
    public void tryCode(String subscriber) {
        codes.spend(subscriber);
    }

    /** After it was right. */
    public void codeWasRight(String subscriber) {
        codes.giveBack(subscriber);
    }

    /** After a code of the own machine's address was wrong. */
    public void tryMachine(String subscriber) {
        machine.spend(subscriber);
    }

    /** Before a one-time link is looked up. */
    public void tryLink(String subscriber) {
        links.spend(subscriber);
    }

    /** After there was one. */
    public void linkWasRight(String subscriber) {
        links.giveBack(subscriber);
    }

    /** After a program showed a key that is none. */
    public void wrongKey(String subscriber) {
        keys.spend(subscriber);
    }

    /** Before somebody who has signed in changes the password: only they can use up these. */
    public void tryPresentPassword(PersonId person) {
        presentPasswords.spend(person.toString());
    }

    public void presentPasswordWasRight(PersonId person) {
        presentPasswords.giveBack(person.toString());
    }

    /** Before somebody is sent to the OpenID provider, which takes a session, and before it is asked who came back. */
    public void tryProvider(String subscriber) {
        provider.spend(subscriber);
    }

    /** After it knew who had been sent and came back. */
    public void providerWasRight(String subscriber) {
        provider.giveBack(subscriber);
        provider.giveBack(subscriber);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
