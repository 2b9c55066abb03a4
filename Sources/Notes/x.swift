import Problems
