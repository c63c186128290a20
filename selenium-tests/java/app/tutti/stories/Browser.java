package app.tutti.stories;

import app.tutti.MachineKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser: a process and a profile of its own, with the rules about sound that people's browsers have. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    /** Servers whose key it has, or is not to have. */
    private final Set<String> known = new HashSet<>();

    private static final Set<Browser> OPEN = ConcurrentHashMap.newKeySet();

    private Browser(ChromeOptions options) {
        // Named, or Selenium looks on the network for a newer one.
        options.setBinary(program("chromium"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(program("chromedriver")).toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        OPEN.add(this);
    }

    public static Browser desktop() {
        return sized(1280, 800, options());
    }

    public static Browser phone() {
        return sized(360, 740, options());
    }

    /** Whose owner has allowed sound without a tap. */
    public static Browser thatMaySound() {
        ChromeOptions options = options();
        options.addArguments("--autoplay-policy=no-user-gesture-required");
        return sized(1280, 800, options);
    }

    /** In a network that lets no UDP through, as the browser's own policy has it then. */
    public static Browser phoneWithoutUdp() {
        ChromeOptions options = options();
        options.addArguments("--webrtc-ip-handling-policy=disable_non_proxied_udp");
        return sized(360, 740, options);
    }

    /** As whoever runs the server there, if it is one of the tests' own. */
    public void open(String url) {
        URI address = URI.create(url);
        if (known.add(address.getAuthority())) {
            MachineKey.of(address).ifPresent(key -> setCookie(url, key));
        }
        driver.get(url);
    }

    private void setCookie(String url, MachineKey key) {
        driver.executeCdpCommand(
                "Network.setCookie", Map.of("url", url, "name", key.name(), "value", key.value(), "httpOnly", true));
    }

    /** With nothing to show for being on the server's own machine. */
    public void openAsStranger(String url) {
        known.add(URI.create(url).getAuthority());
        driver.get(url);
    }

    /** Looks at the tab that was opened beside the one looked at. */
    public void showOtherTab() {
        String here = driver.getWindowHandle();
        String other = await(
                "another tab",
                () -> driver.getWindowHandles().stream()
                        .filter(tab -> !tab.equals(here))
                        .findFirst()
                        .orElse(null));
        driver.switchTo().window(other);
    }

    public void reload() {
        driver.navigate().refresh();
    }

    public String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** Once it has got there. */
    public void at(String path) {
        await("the page is " + path, () -> path().equals(path) ? true : null);
    }

    /** The element, once a person can see it. */
    public WebElement see(String css) {
        return await(
                css + " is visible",
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    public void gone(String css) {
        await(
                css + " is gone",
                () -> driver.findElements(By.cssSelector(css)).stream().noneMatch(WebElement::isDisplayed)
                        ? true
                        : null);
    }

    public void seeText(String css, String text) {
        await(css + " says \"" + text + "\"", () -> see(css).getText().contains(text) ? true : null);
    }

    public boolean sees(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Brings it into the middle first, as a person does with what is half under a bar. */
    public void click(String css) {
        await(css + " can be clicked", () -> {
            WebElement element = see(css);
            driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
            element.click();
            return true;
        });
    }

    public void type(String css, String text) {
        see(css).sendKeys(text);
    }

    /** On the keyboard, to whatever has the focus. */
    public void press(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** As a mouse does it: presses, moves to the other element's lower half, lets go. */
    public void drag(String css, String target) {
        WebElement to = see(target);
        driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", to);
        new Actions(driver)
                .clickAndHold(see(css))
                .moveByOffset(0, 5)
                .moveToElement(to, 0, to.getSize().getHeight() / 3)
                // Once more: what is around may have moved meanwhile, and a hand follows.
                .moveToElement(to, 0, to.getSize().getHeight() / 3)
                .moveByOffset(0, 2)
                .release()
                .perform();
    }

    /** With a mouse, to a little above the middle of another element. */
    public void dragAbove(String css, String toCss) {
        int above = 10;
        new Actions(driver)
                .clickAndHold(see(css))
                .moveToElement(see(toCss), 0, -above)
                .release()
                .perform();
    }

    /** Moves a slider as a person's arrow keys or thumb would. */
    public void slide(String css, double value) {
        see(css);
        driver.executeScript("""
                const slider = [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility());
                slider.value = arguments[1];
                slider.dispatchEvent(new Event("input", { bubbles: true }));
                slider.dispatchEvent(new Event("change", { bubbles: true }));
                """, css, value);
    }

    /** Runs in the page; the last argument is the callback, as Selenium has it. */
    public Object script(String javaScript, Object... arguments) {
        return driver.executeAsyncScript(javaScript, arguments);
    }

    /** For scripts that take long. */
    public void patient(int seconds) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(seconds));
    }

    /** Runs in every page from now on, before its own scripts. */
    public void beforeEveryPage(String javaScript) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", javaScript));
    }

    /** From now on, of all that it fetches together; 0: as fast as it can. The wait is that of each request. */
    public void network(int kilobitsPerSecond, int latencyMillis) {
        int bytesPerSecond = kilobitsPerSecond == 0 ? -1 : kilobitsPerSecond * 1000 / 8;
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", false,
                        "latency", latencyMillis,
                        "downloadThroughput", bytesPerSecond,
                        "uploadThroughput", bytesPerSecond));
    }

    public Object value(String expression) {
        return driver.executeScript("return " + expression);
    }

    public <T> T await(String what, java.util.function.Supplier<T> condition) {
        Function<WebDriver, T> function = ignored -> condition.get();
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.ElementNotInteractableException.class)
                .withMessage(() -> what + " " + whereItStands() + others())
                .until(function);
    }

    private String whereItStands() {
        return "at " + driver.getCurrentUrl() + "; the console: " + console();
    }

    /** What somebody waits for is often what another's browser has not done. */
    private String others() {
        return OPEN.stream()
                .filter(other -> other != this)
                .map(other -> "\nanother " + other.whereItStands())
                .collect(Collectors.joining());
    }

    /** What the page's scripts have said, and what the browser held against the page. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What the browser held against the page since it was last asked: errors, and breaches of the page's own policy. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    public int width() {
        return driver.manage().window().getSize().getWidth();
    }

    public void resize(int width) {
        driver.manage()
                .window()
                .setSize(new Dimension(width, driver.manage().window().getSize().getHeight()));
    }

    /** As a screen of this width shows it, which may be narrower than a window can be. */
    public void showAs(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    public Path screenshot(Path file) {
        try {
            return java.nio.file.Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        } catch (java.io.IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    @Override
    public void close() {
        OPEN.remove(this);
        driver.quit();
    }

    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // Without a graphics card each thing that moves takes a part of a processor.
                "--force-prefers-reduced-motion",
                "--lang=en");
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox");
        }
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        return options;
    }

    private static Browser sized(int width, int height, ChromeOptions options) {
        Browser browser = new Browser(options);
        browser.driver.manage().window().setSize(new Dimension(width, height));
        return browser;
    }

    private static String program(String name) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            Path program = Path.of(folder, name);
            if (java.nio.file.Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new IllegalStateException(name + " is not installed; bin/test does that");
    }
}
