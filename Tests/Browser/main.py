"""Runs the browser tests: main.py [TEST …], each a module, a class or a test of one."""
import sys
import unittest

MODULES = ["test_search", "test_folding", "test_weight", "test_appearance", "test_preview"]


def main():
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(sys.argv[1:] or MODULES)
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    print(f"Browser tests: {result.testsRun - failed} passed, {failed} failed")
    # No test at all is no success.
    sys.exit(0 if result.testsRun > 0 and failed == 0 else 1)


main()
