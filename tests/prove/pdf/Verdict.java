import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * What veraPDF says of files: {@code Verdict ua1,3a FILE…} prints a line for each file and profile
 * with the file, the profile, how many checks were made, and each broken rule, parted by tabs.
 */
class Verdict {
  public static void main(String[] given) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int file = 1; file < given.length; file++)
      for (String profile : given[0].split(",")) judge(given[file], profile);
  }

  static void judge(String file, String profile) throws Exception {
    var foundry = Foundries.defaultInstance();
    var flavour = PDFAFlavour.fromString(profile);
    try (var stream = new FileInputStream(file);
        var parser = foundry.createParser(stream, flavour);
        var validator = foundry.createValidator(flavour, 10_000, false, false, false)) {
      var result = validator.validate(parser);
      var broken = new TreeSet<String>();
      for (var assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          broken.add(
              (assertion.getRuleId().getClause() + " " + assertion.getMessage())
                  .replaceAll("\\s+", " "));
      if (broken.isEmpty() && !result.isCompliant()) broken.add("not compliant");
      var checks = String.valueOf(result.getTotalAssertions());
      var rules = String.join("\t", broken);
      System.out.println(String.join("\t", file, profile, checks, rules).trim());
    }
  }
}
