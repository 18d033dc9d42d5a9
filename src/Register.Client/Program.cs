Console.WriteLine("register");
