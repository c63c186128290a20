package app.tutti.account.signin.boundary;

import app.tutti.account.access.control.Caller;
import app.tutti.account.access.control.Https;
import app.tutti.account.people.control.Devices;
import app.tutti.account.people.control.People;
import app.tutti.account.people.entity.DeviceLabel;
import app.tutti.account.people.entity.DeviceToken;
import app.tutti.account.people.entity.Person;
import app.tutti.account.people.entity.PersonId;
import app.tutti.account.people.entity.PersonName;
import app.tutti.account.people.entity.PersonState;
import app.tutti.account.signin.control.Accounts;
import app.tutti.account.signin.control.SignInLimits;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** From a name and a password to a session. */
@RequestScoped
public class SignIn {
    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    SignInLimits limits;

    @Inject
    IdentityStoreHandler stores;

    @Inject
    People people;

    @Inject
    Devices devices;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    /**
     * Begins a session, if it was right, and tells the browser which device it is.
     *
     * @throws TooBusyException when it was tried too often, or too many try at once
     */
    boolean with(PersonName name, String password, boolean remember, HttpServletResponse response) {
        String subscriber = caller.source().subscriber();
        Optional<String> device = deviceOf(name);
        limits.trySignIn(subscriber, name.value(), device);
        CredentialValidationResult result = stores.validate(new UsernamePasswordCredential(name.value(), password));
        if (!(result.getCallerPrincipal() instanceof PersonPrincipal person)) {
            return false;
        }
        limits.signedIn(subscriber, name.value(), device);
        begin(person.standing(), remember, response);
        return true;
    }

    /** To the first page, signed in; or what is said to who did not become somebody after all. */
    public Response welcome(Optional<PersonState> person, HttpServletResponse response, Supplier<Response> otherwise) {
        person.ifPresent(standing -> begin(standing, true, response));
        return person.isPresent() ? Response.seeOther(URI.create("/")).build() : otherwise.get();
    }

    void begin(PersonState standing, boolean remember, HttpServletResponse response) {
        PersonId person = standing.identity().id();
        String label = DeviceLabel.of(request.getHeader("User-Agent"));
        DeviceToken token = accounts.addDevice(person, label, remember, DeviceCookie.of(request));
        sessions.begin(request, standing, token.selector());
        people.find(person).ifPresent(known -> ChoiceCookies.write(known.language(), known.theme(), request, response));
        DeviceCookie.write(token, Https.isUsedBy(request), response);
    }

    /** The device this browser proves to be, if this name was signed in from it. */
    private Optional<String> deviceOf(PersonName name) {
        Optional<PersonId> person = people.find(name).map(Person::id);
        return DeviceCookie.of(request)
                .filter(token -> devices.find(token)
                        .filter(known -> person.equals(Optional.of(known.person())))
                        .isPresent())
                .map(DeviceToken::selector);
    }
}
